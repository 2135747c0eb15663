package dev.fenliu.routing.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.routing.Desks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Presence for desks other than the web chat: setting it counts as a heartbeat. */
@RestController
@RequestMapping("/api/v1/members/{member}/presence")
class PresenceApi {
    private final Desks desks;
    private final Directory directory;
    private final Clock clock;

    PresenceApi(Desks desks, Directory directory, Clock clock) {
        this.desks = desks;
        this.directory = directory;
        this.clock = clock;
    }

    record Choice(@NotNull Presence state) {}

    record Answer(
            Presence state,
            @Nullable Instant since,
            @Nullable Instant lastSeen,
            int load) {
        static Answer of(AtWork atWork) {
            return new Answer(atWork.presence(), atWork.since(), atWork.lastSeen(), atWork.load());
        }
    }

    @GetMapping
    Answer show(@PathVariable String member, Actor actor) {
        return Answer.of(desks.atWork(actor.enterprise(), member(member, actor).id(), clock.instant()));
    }

    @PutMapping
    Answer change(@PathVariable String member, @RequestBody @Valid Choice choice, Actor actor) {
        var found = member(member, actor);
        if (!found.active()) {
            throw new UnknownMember();
        }
        desks.choose(actor.enterprise(), found.id(), choice.state(), clock.instant());
        return Answer.of(desks.atWork(actor.enterprise(), found.id(), clock.instant()));
    }

    private Member member(String idOrLogin, Actor actor) {
        return directory.memberNamed(actor.enterprise(), idOrLogin).orElseThrow(UnknownMember::new);
    }
}
