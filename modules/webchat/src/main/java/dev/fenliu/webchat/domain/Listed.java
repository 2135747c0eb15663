package dev.fenliu.webchat.domain;

/** A conversation with its buyer, as lists show them. */
public record Listed(Conversation conversation, Buyer buyer) {}
