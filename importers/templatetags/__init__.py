"""What templates of the import pages need besides Django's own."""
