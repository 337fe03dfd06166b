"""Plans of any size that nobody wrote: for benches, demonstrations and tests."""
