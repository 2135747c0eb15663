package dev.fenliu.routing.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.DraftedSetups;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.application.AskWhatIf;
import dev.fenliu.routing.application.AskWhatIf.Chats;
import dev.fenliu.routing.domain.Findings;
import dev.fenliu.routing.domain.MadeTraffic;
import dev.fenliu.routing.domain.TrafficUnclear;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a shop's chats would be distributed by other settings, groups and hours. Nothing is changed by asking. */
@RestController
class SimulationsApi {
    private final AskWhatIf whatIf;
    private final Clock clock;

    SimulationsApi(AskWhatIf whatIf, Clock clock) {
        this.whatIf = whatIf;
        this.clock = clock;
    }

    @PostMapping("/api/v1/shops/{shop}/simulations")
    Answer simulate(Actor actor, @PathVariable String shop, @RequestBody @Valid Question question) {
        return Answer.of(whatIf.answer(actor, shop, question.asked(), clock.instant()));
    }

    record Question(
            @Nullable Settings settings,
            @Nullable @Size(max = 100) List<@NotNull @Valid Group> groups,
            @Nullable @Size(max = 1000) List<@NotNull @Valid Agent> agents,
            @NotNull @Valid Traffic traffic) {
        AskWhatIf.Question asked() {
            return new AskWhatIf.Question(
                    draft(),
                    agents == null ? null : agents.stream().map(Agent::shift).toList(),
                    traffic.chats());
        }

        private DraftedSetups.Draft draft() {
            var wished = Objects.requireNonNullElse(settings, Settings.NONE);
            return new DraftedSetups.Draft(
                    wished.enabled,
                    wished.includeMain,
                    wished.places(),
                    wished.tieBreak,
                    groups == null ? null : groups.stream().map(Group::draft).toList());
        }
    }

    /** What is left out is as the shop has it. */
    record Settings(
            @Nullable Boolean enabled,
            @Nullable Boolean includeMain,
            @Nullable Long cap,
            @Nullable TieBreak tieBreak) {
        static final Settings NONE = new Settings(null, null, null, null);

        // Far out of range is out of range.
        @Nullable
        Integer places() {
            return cap == null ? null : Math.clamp(cap, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    record Group(
            @Nullable String name,
            @Nullable @Size(max = 100) List<@NotNull String> sources,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = 100) String> members) {
        DraftedSetups.Group draft() {
            return new DraftedSetups.Group(
                    name,
                    Objects.requireNonNullElse(sources, List.of()),
                    Objects.requireNonNullElse(members, List.of()));
        }
    }

    /** Somebody who is there, all the time unless said otherwise. */
    record Agent(
            @NotNull @Size(max = 100) String member,
            @Nullable @Size(max = 100) List<@NotNull @Valid Span> online) {
        AskWhatIf.Shift shift() {
            return new AskWhatIf.Shift(
                    member,
                    online == null
                            ? null
                            : online.stream()
                                    .map(it -> new AskWhatIf.Span(it.from, it.to))
                                    .toList());
        }
    }

    /** By the clock of the shop's day; made chats begin to come at 00:00. */
    record Span(@Nullable LocalTime from, @Nullable LocalTime to) {}

    /** One of the two. */
    record Traffic(
            @Nullable @Valid Recorded recorded,
            @Nullable @Valid Made made) {
        Chats chats() {
            if (recorded != null && made == null) return new Chats.Recorded(recorded.date);
            if (made != null && recorded == null) return new Chats.Made(made.traffic());
            throw new TrafficUnclear();
        }
    }

    /** Whatever came on that day of the shop. */
    record Recorded(@NotNull LocalDate date) {}

    /** Made up: how many chats in how many minutes, in which parts from each source. */
    record Made(
            @NotNull Long chats,
            @NotNull Long minutes,
            @NotNull Map<ChatSource, @NotNull Long> sources,
            @Nullable Long readAfterSeconds,
            @Nullable Long seed) {
        private static final long USUAL_READING = 60;

        MadeTraffic traffic() {
            return Refusal.within(
                    "traffic.made",
                    () -> MadeTraffic.of(
                            chats,
                            minutes,
                            sources,
                            Objects.requireNonNullElse(readAfterSeconds, USUAL_READING),
                            Objects.requireNonNullElse(seed, 0L)));
        }
    }

    record Answer(int chats, int assigned, int waiting, List<Share> shares, Waits waits, List<ReasonCount> reasons) {
        static Answer of(Findings findings) {
            return new Answer(
                    findings.chats(),
                    findings.assigned(),
                    findings.waiting(),
                    findings.shares().stream()
                            .map(it -> Share.of(it, findings.assigned()))
                            .toList(),
                    Waits.of(findings.waits()),
                    findings.reasons().entrySet().stream()
                            .map(it -> new ReasonCount(it.getKey(), it.getValue()))
                            .toList());
        }
    }

    /** What one agent got; the share is of all that were assigned, from 0 to 1. */
    record Share(
            String member,
            @Nullable String group,
            int assigned,
            BigDecimal share,
            int maxLoad,
            int unread,
            long onlineSeconds) {
        static Share of(Findings.Share it, int all) {
            var share = BigDecimal.valueOf(it.assigned())
                    .divide(BigDecimal.valueOf(Math.max(1, all)), 4, RoundingMode.HALF_UP);
            return new Share(
                    it.member().toString(),
                    it.group(),
                    it.assigned(),
                    share,
                    it.maxLoad(),
                    it.unread(),
                    it.online().toSeconds());
        }
    }

    /** In seconds. */
    record Waits(
            @Nullable Long median,
            @Nullable Long p90,
            @Nullable Long longest,
            int staged,
            int neverAssigned) {
        static Waits of(Findings.Waits it) {
            return new Waits(
                    seconds(it.median()), seconds(it.p90()), seconds(it.longest()), it.staged(), it.neverAssigned());
        }

        private static @Nullable Long seconds(@Nullable Duration wait) {
            return wait == null ? null : wait.toSeconds();
        }
    }

    record ReasonCount(Reason reason, int count) {}
}
