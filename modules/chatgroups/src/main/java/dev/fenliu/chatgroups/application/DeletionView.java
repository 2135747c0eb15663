package dev.fenliu.chatgroups.application;

import dev.fenliu.chatgroups.ChatSource;
import java.util.List;

/**
 * What deleting a group would do.
 *
 * @param orphaned sources that no other group with members has
 * @param turnsOff whether distribution would turn off with it
 */
public record DeletionView(GroupCard card, List<ChatSource> orphaned, boolean turnsOff) {}
