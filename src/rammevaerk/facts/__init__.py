"""What can be known of an aktivitet: kinds of value, units, reading and binding."""
