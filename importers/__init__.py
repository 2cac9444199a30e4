"""From a document to reviewed tasks."""
