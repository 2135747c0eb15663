package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Presence;
import java.time.ZoneId;

/**
 * What surrounds an agent's conversations on the desk.
 *
 * @param zone where the times on it are told
 */
public record DeskFrame(Presence presence, ZoneId zone) {}
