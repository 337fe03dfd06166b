"""Plan folders as entries, each with its place: files to texts to checked documents."""
