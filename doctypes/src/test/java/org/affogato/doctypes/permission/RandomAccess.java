package org.affogato.doctypes.permission;

import static org.affogato.doctypes.lifecycle.TestSite.doctype;
import static org.affogato.doctypes.lifecycle.TestSite.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;

/** Random users, roles, User Permissions, shares and documents over a handful of DocTypes. */
final class RandomAccess {
    static final List<String> RIGHTS =
            List.of("select", "read", "write", "create", "delete", "submit", "share", "print");
    static final int ROLES = 14;
    static final int USERS = 24;
    static final int DEALS = 40;

    private static final List<String> REGIONS =
            List.of("World", "North", "South", "Lapland", "Skåne", "Sicily", "Crete");
    private static final List<String> PARENTS = List.of("", "World", "World", "North", "North", "South", "South");
    private static final List<String> BRANDS = List.of("Acorn", "Birch", "Cedar", "Dogwood");

    private final Random random;

    RandomAccess(long seed) {
        this.random = new Random(seed);
    }

    List<Map<String, Object>> doctypes() {
        return List.of(
                doctype(
                        "Region",
                        Map.of("autoname", "field:title", "is_tree", 1, "nsm_parent_field", "parent_region"),
                        List.of(
                                field("title", "Data", "reqd", 1),
                                field("is_group", "Check", "default", "1"),
                                field("parent_region", "Link", "options", "Region", "ignore_user_permissions", 1),
                                field("old_parent", "Link", "options", "Region", "ignore_user_permissions", 1),
                                field("lft", "Int"),
                                field("rgt", "Int"))),
                doctype("Brand", Map.of("autoname", "field:title"), List.of(field("title", "Data", "reqd", 1))),
                doctype(
                        "Deal Line",
                        Map.of("istable", 1),
                        List.of(field("brand", "Link", "options", "Brand"), field("amount", "Int"))),
                doctype(
                        "Deal",
                        Map.of("autoname", "D-.####", "is_submittable", 1, "permissions", rules()),
                        List.of(
                                field("region", "Link", "options", "Region"),
                                field("brand", "Link", "options", "Brand"),
                                field("rival", "Link", "options", "Brand", "ignore_user_permissions", 1),
                                field("lines", "Table", "options", "Deal Line"),
                                field("extras", "Table", "options", "Deal Line", "permlevel", 1))));
    }

    private List<Map<String, Object>> rules() {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (int role = 0; role < ROLES; role++) {
            for (int rule = 0; rule <= random.nextInt(2); rule++) {
                rules.add(rule("Part " + role, rule == 0 && random.nextInt(3) == 0 ? 1 : rule));
            }
        }
        rules.add(Map.of("role", "Part 0", "permlevel", 1, "read", 1));
        return rules;
    }

    private Map<String, Object> rule(String role, int ifOwner) {
        Map<String, Object> rule = new LinkedHashMap<>(Map.of("role", role, "if_owner", ifOwner));
        RIGHTS.forEach(right -> rule.put(right, random.nextInt(2)));
        return rule;
    }

    /** Everything but the rules and their roles, which come with the definitions. */
    void fill(Context context) {
        for (int i = 0; i < REGIONS.size(); i++) {
            insert(context, "Region", Map.of("title", REGIONS.get(i), "parent_region", PARENTS.get(i)));
        }
        BRANDS.forEach(brand -> insert(context, "Brand", Map.of("title", brand)));
        for (int user = 0; user < USERS; user++) {
            insert(context, "User", Map.of("email", user(user), "first_name", "User " + user, "roles", roles()));
        }
        for (int deal = 0; deal < DEALS; deal++) {
            insert(context.as(user(random.nextInt(USERS))), "Deal", deal());
        }
        restrict(context);
        share(context);
    }

    static String user(int number) {
        return "user" + number + "@example.com";
    }

    private List<Map<String, Object>> roles() {
        List<Map<String, Object>> roles = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            roles.add(Map.of("role", "Part " + random.nextInt(ROLES)));
        }
        return roles;
    }

    private Map<String, Object> deal() {
        Map<String, Object> deal = new LinkedHashMap<>();
        maybe(deal, "region", REGIONS);
        maybe(deal, "brand", BRANDS);
        maybe(deal, "rival", BRANDS);
        deal.put("lines", lines());
        deal.put("extras", lines());
        return deal;
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("amount", i));
            maybe(line, "brand", BRANDS);
            lines.add(line);
        }
        return lines;
    }

    private void maybe(Map<String, Object> values, String fieldname, List<String> choices) {
        if (random.nextInt(4) > 0) {
            values.put(fieldname, any(choices));
        }
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void restrict(Context context) {
        for (int user = 0; user < USERS; user++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                boolean region = random.nextBoolean();
                Map<String, Object> permission = new LinkedHashMap<>();
                permission.put("user", user(user));
                permission.put("allow", random.nextInt(6) == 0 ? "Deal" : region ? "Region" : "Brand");
                permission.put(
                        "for_value",
                        permission.get("allow").equals("Deal")
                                ? "D-000" + (1 + random.nextInt(9))
                                : any(region ? REGIONS : BRANDS));
                permission.put("hide_descendants", random.nextInt(2));
                boolean all = random.nextBoolean();
                permission.put("apply_to_all_doctypes", all ? 1 : 0);
                permission.put("applicable_for", all ? "" : any(List.of("Deal", "Deal Line", "Region")));
                tryInsert(context, "User Permission", permission);
            }
        }
    }

    private void share(Context context) {
        for (int i = 0; i < 40; i++) {
            Map<String, Object> share = new LinkedHashMap<>();
            boolean everyone = random.nextInt(15) == 0;
            share.put("everyone", everyone ? 1 : 0);
            share.put("user", everyone ? "" : user(random.nextInt(USERS)));
            share.put("share_doctype", "Deal");
            share.put("share_name", "D-00" + (10 + random.nextInt(DEALS - 10)));
            List.of("read", "write", "submit", "share").forEach(right -> share.put(right, random.nextInt(2)));
            tryInsert(context, "DocShare", share);
        }
    }

    /** Twins are refused; that is no matter here. */
    private static void tryInsert(Context context, String doctype, Map<String, Object> values) {
        try {
            insert(context, doctype, values);
        } catch (org.affogato.engine.error.EngineException twin) {
            return;
        }
    }

    private static void insert(Context context, String doctype, Map<String, Object> values) {
        Context free = context.with(Flags.NONE.ignoringPermissions());
        free.documents().insert(free.documents().create(doctype, values));
    }
}
