"""Every duty of the human-rights and data-protection table is a behaviour of the product, with a test of its own."""
