package dev.fenliu.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Bounded work: so many tasks at most, for so long at most. */
final class Load {
    /** One thing to do, the how-many-th is told; its worker closes it in the end. */
    interface Task extends AutoCloseable {
        void run(int number) throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    /** What was done in how long, and how long each took, shortest first. */
    record Result(long nanos, List<Long> each) {
        int done() {
            return each.size();
        }

        double perSecond() {
            return done() * 1e9 / nanos;
        }

        double percentileMillis(double share) {
            return each.isEmpty()
                    ? Double.NaN
                    : each.get((int) Math.min(each.size() - 1L, (long) (share * each.size()))) / 1e6;
        }
    }

    private Load() {}

    /** As fast as so many workers can, each with a task of its own making. */
    static Result closed(int workers, int count, Duration limit, IntFunction<? extends Task> forWorker) {
        var next = new AtomicInteger();
        var start = System.nanoTime();
        var end = start + limit.toNanos();
        var each = together(workers, worker -> {
            var took = new ArrayList<Long>();
            try (var task = forWorker.apply(worker)) {
                for (var number = next.getAndIncrement();
                        number < count && System.nanoTime() < end;
                        number = next.getAndIncrement()) {
                    var begun = System.nanoTime();
                    task.run(number);
                    took.add(System.nanoTime() - begun);
                }
            }
            return took;
        });
        return result(each, System.nanoTime() - start);
    }

    /** So many a second, whether or not the earlier ones are through; late ones count from when they were due. */
    static Result paced(int perSecond, Duration limit, Task task) {
        var count = Math.toIntExact(limit.toMillis() * perSecond / 1_000);
        var next = new AtomicInteger();
        var start = System.nanoTime();
        var each = together(Math.min(64, perSecond), worker -> {
            var took = new ArrayList<Long>();
            for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                var due = start + number * 1_000_000_000L / perSecond;
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                task.run(number);
                took.add(System.nanoTime() - due);
            }
            return took;
        });
        return result(each, System.nanoTime() - start);
    }

    private static List<Long> together(int workers, IntFunctionThatThrows<List<Long>> work) {
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var tasks = new ArrayList<Callable<List<Long>>>();
            for (var worker = 0; worker < workers; worker++) {
                var number = worker;
                tasks.add(() -> work.apply(number));
            }
            var all = new ArrayList<Long>();
            for (var done : threads.invokeAll(tasks)) {
                all.addAll(done.get());
            }
            return all;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface IntFunctionThatThrows<T> {
        T apply(int number) throws Exception;
    }

    private static Result result(List<Long> took, long nanos) {
        return new Result(nanos, took.stream().sorted().toList());
    }
}
