package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Presence;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What surrounds an agent's conversations on the desk.
 *
 * @param zone where the times on it are told
 * @param patience how long a buyer waits for an answer before that is marked
 */
public record DeskFrame(Presence presence, ZoneId zone, Duration patience) {}
