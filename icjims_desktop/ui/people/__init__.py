"""Records of persons that may be of one person, and what officers have said of them."""
