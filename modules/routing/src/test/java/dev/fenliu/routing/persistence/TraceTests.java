package dev.fenliu.routing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.domain.Explanation;
import dev.fenliu.routing.domain.Explanation.Candidate;
import dev.fenliu.routing.domain.Explanation.Exclusion;
import dev.fenliu.routing.domain.Explanation.Why;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceTests {
    @Test
    void whatIsWrittenIsReadTheSame() {
        var candidates = List.of(
                new Candidate(new MemberId(913_832_002_031_978_061L), 0, new GroupId(7)),
                new Candidate(new MemberId(2), 1_000, null),
                new Candidate(new MemberId(-1), 3, new GroupId(-9)));
        var excluded = Stream.of(Why.values())
                .map(why -> new Exclusion(new MemberId(10), why))
                .toList();

        for (var why : List.of(
                new Explanation(candidates, excluded),
                new Explanation(candidates, List.of()),
                new Explanation(List.of(), excluded),
                new Explanation(List.of(), List.of()))) {
            assertThat(Trace.read(Trace.write(why))).isEqualTo(why);
        }
    }

    @Test
    void aStatementHasNothingToEscape() {
        var why = new Explanation(
                List.of(new Candidate(new MemberId(-1), 3, new GroupId(2))),
                List.of(new Exclusion(new MemberId(3), Why.AT_CAP)));

        assertThat(Trace.write(why)).matches("[0-9A-Za-z_,| ]+");
    }
}
