"""What plan files may say: one pydantic document for each kind of entry."""
