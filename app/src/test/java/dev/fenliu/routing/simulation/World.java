package dev.fenliu.routing.simulation;

import java.util.List;

/** Where a history happens: in the model, or in the product. */
interface World {
    String DONE = "";

    /** Lives through it, and through everything that follows from it at once. Answers {@link #DONE} or the refusal. */
    String live(Step step);

    /** The decisions since they were last asked for, in their order. */
    List<Made> decisions();

    /** The latest conversation of every buyer with every shop, in that order of shops and buyers; what never was, is absent. */
    List<Seen> conversations();
}
