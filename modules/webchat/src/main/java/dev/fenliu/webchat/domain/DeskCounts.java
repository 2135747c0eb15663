package dev.fenliu.webchat.domain;

/** How many conversations an agent has open, and how many of them each filter of the desk shows. */
public record DeskCounts(int open, int unread, int awaiting, int forwarded) {}
