package dev.fenliu.accounts.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.Grant;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roles of a member as a table: a line for every shop together, then one for each; a column for each role. */
public record RoleMatrix(List<Role> roles, List<Line> lines) {
    /**
     * The roles in one shop.
     *
     * @param shop null for every shop, also those to come
     */
    public record Line(@Nullable Shop shop, List<Cell> cells) {}

    /**
     * A role in a shop.
     *
     * @param held whether the member has it
     * @param open whether whoever looks may change that
     */
    public record Cell(Role role, GrantWish wish, boolean held, boolean open) {}

    /** What the member holds and whoever looks may not take. */
    public List<GrantWish> kept() {
        return cells().filter(it -> it.held() && !it.open()).map(Cell::wish).toList();
    }

    /** Whether anything at all can be changed. */
    public boolean isOpen() {
        return cells().anyMatch(Cell::open);
    }

    /** The roles that whoever looks may give somewhere. */
    public List<Role> givable() {
        return roles.stream()
                .filter(role -> cells().anyMatch(it -> it.open() && it.role().equals(role)))
                .toList();
    }

    /** The lines of shops in which whoever looks may give something. */
    public List<Line> reached() {
        return lines.stream()
                .filter(line -> line.cells().stream().anyMatch(Cell::open))
                .toList();
    }

    /** The same with other crosses: as somebody filled it in. */
    public RoleMatrix filled(List<GrantWish> wishes) {
        var filled = lines.stream()
                .map(line -> new Line(
                        line.shop(),
                        line.cells().stream()
                                .map(it -> it.open()
                                        ? new Cell(it.role(), it.wish(), wishes.contains(it.wish()), true)
                                        : it)
                                .toList()))
                .toList();
        return new RoleMatrix(roles, filled);
    }

    private Stream<Cell> cells() {
        return lines.stream().flatMap(it -> it.cells().stream());
    }

    static RoleMatrix ofNew(Authority giver) {
        return of(giver, List.of(), giver::mayGrant);
    }

    static RoleMatrix of(Authority giver, MemberId member) {
        return of(giver, giver.enterprise().grantsOf(member), grant -> giver.mayChange(member, grant));
    }

    private static RoleMatrix of(Authority giver, List<Grant> held, Predicate<Grant> open) {
        var enterprise = giver.enterprise();
        var lines = new ArrayList<Line>();
        lines.add(line(null, enterprise.roles(), held, open));
        enterprise.shops().forEach(shop -> lines.add(line(shop, enterprise.roles(), held, open)));
        return new RoleMatrix(enterprise.roles(), List.copyOf(lines));
    }

    private static Line line(@Nullable Shop shop, List<Role> roles, List<Grant> held, Predicate<Grant> open) {
        var cells = roles.stream()
                .map(role -> {
                    var grant = new Grant(role.id(), shop == null ? null : shop.id());
                    var where = shop == null ? GrantWish.EVERY_SHOP : shop.id().toString();
                    var wish = new GrantWish(where, role.id().toString());
                    return new Cell(role, wish, held.contains(grant), open.test(grant));
                })
                .toList();
        return new Line(shop, cells);
    }
}
