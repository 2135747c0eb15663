package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.application.GroupCard;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The groups of a shop. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/groups")
class GroupsApi {
    private final ManageChatGroups groups;
    private final SeeChatGroups chatGroups;
    private final Clock clock;

    GroupsApi(ManageChatGroups groups, SeeChatGroups chatGroups, Clock clock) {
        this.groups = groups;
        this.chatGroups = chatGroups;
        this.clock = clock;
    }

    @GetMapping
    Listing<GroupJson> list(
            Actor actor,
            @PathVariable String shop,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit) {
        var all = chatGroups.groups(actor, shop).stream().map(GroupJson::of).toList();
        return Listing.of(all, GroupJson::id, cursor, limit);
    }

    @PostMapping
    ResponseEntity<GroupJson> create(Actor actor, @PathVariable String shop, @RequestBody @Valid Wish wish) {
        var where = chatGroups.find(actor, shop).id();
        var id = groups.create(actor, where, wish.group(), clock.instant()).id();
        return ResponseEntity.created(URI.create("/api/v1/shops/" + where + "/groups/" + id))
                .body(GroupJson.of(chatGroups.group(actor, shop, id)));
    }

    /** What is left out stays as it is. */
    @PutMapping("/{id}")
    GroupJson change(Actor actor, @PathVariable String shop, @PathVariable GroupId id, @RequestBody @Valid Wish wish) {
        var where = chatGroups.find(actor, shop).id();
        groups.change(actor, where, id, wish.group(), LastMember.TURN_OFF, clock.instant());
        return GroupJson.of(chatGroups.group(actor, shop, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable String shop, @PathVariable GroupId id) {
        var where = chatGroups.find(actor, shop).id();
        groups.delete(actor, where, id, LastMember.TURN_OFF, clock.instant());
    }

    record Wish(
            @Nullable String name,
            @Nullable @Size(max = 100) List<@NotNull String> sources,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = 100) String> members) {
        GroupWish group() {
            return new GroupWish(name, sources == null ? null : Sources.coded(sources), members, null);
        }
    }

    record GroupJson(String id, String name, Set<ChatSource> sources, List<String> members, long online) {
        static GroupJson of(GroupCard card) {
            var group = card.group();
            return new GroupJson(
                    group.id().toString(),
                    group.name(),
                    group.sources(),
                    card.seats().stream()
                            .map(it -> it.member().id())
                            .map(MemberId::toString)
                            .toList(),
                    card.online());
        }
    }
}
