"""What reorganizations say of things that are not as they must be, in English and Chinese."""
