package dev.fenliu.app.security;

import jakarta.servlet.DispatcherType;

/** Ways on which a request comes back that was let in the first time. */
final class Dispatches {
    static final DispatcherType[] ALREADY_ADMITTED = {DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.ERROR
    };

    private Dispatches() {}
}
