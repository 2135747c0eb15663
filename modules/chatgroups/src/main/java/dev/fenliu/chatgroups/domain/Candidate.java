package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.MemberId;

/** Somebody chosen for a group. */
public record Candidate(MemberId id, String name, boolean mayAnswer) {}
