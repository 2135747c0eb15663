package dev.fenliu.routing.simulation;

import java.util.Optional;

/** A decision as it can be read afterwards; nobody for one that was staged. */
record Made(int shop, int buyer, String trigger, String reason, Optional<Integer> who) {
    @Override
    public String toString() {
        return Step.chat(shop, buyer) + " goes to " + who.map(Step::member).orElse("the staging area") + " (" + trigger
                + ", " + reason + ")";
    }
}
