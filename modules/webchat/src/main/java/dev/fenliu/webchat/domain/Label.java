package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;

/** The mark [轉寄] on a conversation that was handed over, until the recipient's first reply. */
public record Label(MemberId sender, String note) {}
