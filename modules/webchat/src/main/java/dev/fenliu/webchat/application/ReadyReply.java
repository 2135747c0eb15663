package dev.fenliu.webchat.application;

import dev.fenliu.webchat.ReplyId;

/** A quick reply with the names of this conversation in the places of its variables. */
public record ReadyReply(ReplyId id, String title, String text) {}
