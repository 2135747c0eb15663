package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.webhooks.HookId;
import java.util.List;
import java.util.Optional;

/** The webhooks of the enterprises, each with a secret that only its deliveries are told. */
public interface Hooks {
    /** In the order of their creation. */
    List<Hook> of(EnterpriseId enterprise);

    void add(EnterpriseId enterprise, Hook hook, HookSecret secret);

    void remove(EnterpriseId enterprise, HookId hook);

    Optional<Receiver> receiver(EnterpriseId enterprise, HookId hook);
}
