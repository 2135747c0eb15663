package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permission.Area;
import java.util.Arrays;
import java.util.List;

/** The permissions, branch by branch. */
record PermissionTree(List<Branch> branches) {
    static final PermissionTree WHOLE = new PermissionTree(Arrays.stream(Area.values())
            .map(area -> new Branch(
                    area,
                    Arrays.stream(Permission.values())
                            .filter(it -> it.area() == area)
                            .toList()))
            .toList());

    /** What belongs together. */
    record Branch(Area area, List<Permission> permissions) {}
}
