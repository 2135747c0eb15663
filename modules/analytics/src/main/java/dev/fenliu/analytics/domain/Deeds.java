package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.EnterpriseId;
import java.util.List;

/** The facts one by one: what every figure is followed to. */
public interface Deeds {
    /** Of every kind, newest first. One statement. */
    List<Deed> all(EnterpriseId enterprise, Reach reach);

    /** Those behind one figure. One statement. */
    List<Deed> some(EnterpriseId enterprise, Reach reach, Behind behind, Excerpt excerpt);
}
