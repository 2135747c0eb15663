package dev.fenliu.scenarios;

import java.util.Locale;

/** The people of the scenarios: P1 and P2 sell, Q1 helps after the sale, N1 is in no group, M is the main account. */
public enum Who {
    P1,
    P2,
    Q1,
    N1,
    M;

    String login() {
        return this == M ? "main" : name().toLowerCase(Locale.ROOT);
    }
}
