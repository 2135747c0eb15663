package dev.fenliu.accounts;

import java.time.ZoneId;

/** An enterprise account: its code is chosen once, its zone says when its day begins. */
public record Enterprise(EnterpriseId id, String code, String name, ZoneId zone) {}
