package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.MemberCard;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.MemberWish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/members")
class MembersApi {
    private final ManageMembers members;
    private final Clock clock;

    MembersApi(ManageMembers members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @GetMapping
    Listing<MemberJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var all = members.list(actor).stream().map(MemberJson::of).toList();
        return Listing.of(all, MemberJson::id, cursor, limit);
    }

    @GetMapping("/{id}")
    MemberJson get(Actor actor, @PathVariable MemberId id) {
        return MemberJson.of(members.get(actor, id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MemberJson> create(Actor actor, @RequestBody @Valid Wish wish) {
        var created = MemberJson.of(members.create(actor, wish.member(), clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/members/" + created.id()))
                .body(created);
    }

    @PatchMapping("/{id}")
    MemberJson change(Actor actor, @PathVariable MemberId id, @RequestBody @Valid Change wish) {
        return MemberJson.of(members.change(actor, id, wish.wished(), clock.instant()));
    }

    enum Status {
        ACTIVE,
        DISABLED
    }

    record Change(
            @Nullable @OneLine @Size(max = 100) String name,
            @Nullable Status status,
            @Nullable @Size(max = 500) List<@NotNull @Valid GrantIn> grants) {
        MemberWish wished() {
            return new MemberWish(
                    name,
                    null,
                    null,
                    status == null ? null : status == Status.ACTIVE,
                    grants == null
                            ? null
                            : grants.stream()
                                    .map(it -> new GrantWish(it.shop(), it.role()))
                                    .toList());
        }
    }

    record Wish(
            @NotNull @Size(max = 64) String loginId,
            @NotNull @OneLine @Size(max = 100) String name,
            @Nullable @OneLine @Email @Size(max = 254) String email,
            @Nullable @OneLine @Size(max = 32) String phone,
            @Nullable String password,
            @Nullable @Size(max = 500) List<@NotNull @Valid GrantIn> grants) {
        NewMember member() {
            return new NewMember(
                    loginId,
                    name.strip(),
                    email,
                    phone,
                    password,
                    grants == null
                            ? List.of()
                            : grants.stream().map(GrantIn::wished).toList());
        }

        @Override
        public String toString() {
            return loginId;
        }
    }

    record GrantIn(
            @NotNull @Size(max = 100) String shop,
            @NotNull @Size(max = 50) String role) {
        WishedRole wished() {
            return new WishedRole(shop, role);
        }
    }

    record MemberJson(
            String id,
            String login,
            String name,
            boolean main,
            String status,
            Instant createdAt,
            List<GrantJson> grants) {
        static MemberJson of(MemberCard card) {
            var member = card.member();
            return new MemberJson(
                    member.id().toString(),
                    member.login(),
                    member.name(),
                    member.main(),
                    (member.active() ? Status.ACTIVE : Status.DISABLED).name(),
                    member.createdAt(),
                    card.roles().stream().map(GrantJson::of).toList());
        }
    }

    /** Ids, and the names beside them for people; shop {@code *} is every one. */
    record GrantJson(String shop, @Nullable String shopName, String role, String roleName) {
        static GrantJson of(MemberCard.Held held) {
            var shop = held.shop();
            return new GrantJson(
                    shop == null ? GrantWish.EVERY_SHOP : shop.id().toString(),
                    shop == null ? null : shop.name(),
                    held.role().id().toString(),
                    held.role().name());
        }
    }
}
