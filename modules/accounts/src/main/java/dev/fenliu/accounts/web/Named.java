package dev.fenliu.accounts.web;

/** Something to choose in a form: what it stands for, and what it is called. */
record Named(String id, String name) {}
