package dev.fenliu.bench;

import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** P8: one decision of the policy, explanation included. */
final class PolicyFigure {
    private PolicyFigure() {}

    static void measure() throws RunnerException {
        var options = new OptionsBuilder()
                .include(RoutingPolicyBenchmark.class.getSimpleName())
                .forks(1)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (var result : new Runner(options).run()) {
            var agents = result.getParams().getParam("agents");
            Report.line(
                    "P8",
                    "agents=%s ours=%.2f us allocated=%.0f B"
                            .formatted(
                                    agents,
                                    result.getPrimaryResult().getScore(),
                                    Objects.requireNonNull(
                                                    result.getSecondaryResults().get("gc.alloc.rate.norm"),
                                                    "allocation")
                                            .getScore()),
                    "10 agents <= 2 us, aim 0.5; 1000 agents <= 60 us, aim 10");
        }
    }
}
