package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.application.ManageRoles;
import dev.fenliu.accounts.domain.Role;
import dev.fenliu.accounts.domain.RoleWish;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/roles")
class RolesApi {
    private final ManageRoles roles;
    private final Clock clock;

    RolesApi(ManageRoles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping
    Listing<RoleJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var all = roles.list(actor).stream().map(RoleJson::of).toList();
        return Listing.of(all, RoleJson::id, cursor, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RoleJson> create(Actor actor, @RequestBody @Valid NewRole wish) {
        var created = RoleJson.of(roles.create(
                actor, new RoleWish(wish.name(), wish.description(), wish.permissions()), clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/roles/" + created.id()))
                .body(created);
    }

    @PatchMapping("/{id}")
    RoleJson change(Actor actor, @PathVariable RoleId id, @RequestBody @Valid Change wish) {
        return RoleJson.of(roles.change(
                actor, id, new RoleWish(wish.name(), wish.description(), wish.permissions()), clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable RoleId id) {
        roles.delete(actor, id, clock.instant());
    }

    record NewRole(
            @NotNull @OneLine @Size(max = 50) String name,
            @Nullable @Size(max = 200) String description,
            @NotNull Set<@NotNull Permission> permissions) {}

    record Change(
            @Nullable @OneLine @Size(max = 50) String name,
            @Nullable @Size(max = 200) String description,
            @Nullable Set<@NotNull Permission> permissions) {}

    record RoleJson(String id, String name, String description, boolean builtIn, List<String> permissions) {
        static RoleJson of(Role role) {
            return new RoleJson(
                    role.id().toString(),
                    role.name(),
                    role.description(),
                    role.builtIn(),
                    role.permissions().stream().sorted().map(Enum::name).toList());
        }
    }
}
