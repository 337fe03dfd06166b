"""What the loader's bench is made of."""
