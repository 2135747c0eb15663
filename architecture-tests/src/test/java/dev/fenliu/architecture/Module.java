package dev.fenliu.architecture;

/** A module of the line and the prefix that its tables share. */
record Module(String name, String tables) {}
