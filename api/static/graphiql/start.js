"use strict";

const defaultQuery = `# Orgatlas: who owns and supports what, and why.
# Run a query with Ctrl-Enter. Ctrl-Space completes; the book on the left is the documentation.

query Start {
  plan {
    name
    nameEn
    organization
    revision
    counts {
      kind
      count
    }
  }
  search(text: "客户", first: 5) {
    kind
    key
    name
    nameEn
  }
  strategies(first: 3) {
    nodes {
      name
      nameEn
      steps {
        ordinal
        name
        nameEn
        responsibilities {
          role
          department {
            name
            nameEn
          }
        }
      }
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery,
    shouldPersistHeaders: false,
  }),
);
