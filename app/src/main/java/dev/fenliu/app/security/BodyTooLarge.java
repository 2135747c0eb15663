package dev.fenliu.app.security;

import java.io.IOException;

/** A request is larger than anything that we would take. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}
