package dev.fenliu.webchat.domain;

/** How many conversations an agent has open, and how many of them are unread. */
public record DeskCounts(int open, int unread) {}
