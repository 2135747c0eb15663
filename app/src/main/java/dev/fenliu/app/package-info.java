/**
 * Composes the program: security chain, refusals to HTTP, database, clock, demo enterprise. Imports every module; no
 * module imports it.
 */
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "accounts::application",
            "chatgroups",
            "chatgroups::application",
            "routing",
            "webchat",
            "analytics",
            "webhooks"
        })
@NullMarked
package dev.fenliu.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
