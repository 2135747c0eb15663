package dev.fenliu.analytics.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;

/** Which of the two ways a day is put together: with its people told apart, or with its sources. */
public enum Face {
    PEOPLE {
        @Override
        Counted seen(Counted counted) {
            return new Counted(counted.date(), counted.shop(), counted.member(), null, counted.tally());
        }
    },
    SOURCES {
        @Override
        Counted seen(Counted counted) {
            return new Counted(counted.date(), counted.shop(), null, counted.source(), counted.tally());
        }
    };

    abstract Counted seen(Counted counted);

    /** The same counts, put together this way. */
    public List<Counted> of(Collection<Counted> counted) {
        var together = counted.stream()
                .collect(groupingBy(
                        it -> seen(new Counted(it.date(), it.shop(), it.member(), it.source(), Tally.NONE)),
                        mapping(Counted::tally, toList())));
        return together.entrySet().stream()
                .map(it -> new Counted(
                        it.getKey().date(),
                        it.getKey().shop(),
                        it.getKey().member(),
                        it.getKey().source(),
                        Tally.sum(it.getValue())))
                .toList();
    }
}
