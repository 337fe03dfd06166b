"use strict";

const defaultQuery = `# Orgatlas: who owns and supports what, and why.
# Run a query with Ctrl-Enter. Ctrl-Space completes; the book on the left is the documentation.

query Start {
  plan {
    name
    nameEn
    organization
  }
  search(text: "客户", first: 5) {
    kind
    key
    name
    nameEn
  }
  subsidiaries(first: 3) {
    totalCount
    nodes {
      key
      name
      nameEn
      owner {
        department {
          name
          nameEn
        }
        posts {
          name
          holder {
            name
          }
        }
        explanation {
          text
          source {
            document
            section
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
