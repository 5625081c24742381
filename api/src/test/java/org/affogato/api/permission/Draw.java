package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules, people and documents, all from one seed. */
final class Draw {
    static final int ROLES = 14;
    static final int PEOPLE = 12;
    /** Documents that stand for each person and DocType while reading calls are compared. */
    static final int STANDING = 5;

    static final Map<String, String> REGIONS = new LinkedHashMap<>();
    static final List<String> BRANDS = List.of("Acorn", "Birch", "Cedar");
    static final List<String> RIGHTS = List.of(
            "select", "read", "write", "create", "delete", "submit", "cancel", "amend", "print", "email", "report",
            "import", "export", "share");

    static {
        REGIONS.put("World", "");
        REGIONS.put("North", "World");
        REGIONS.put("South", "World");
        REGIONS.put("Lapland", "North");
        REGIONS.put("Sicily", "South");
    }

    private final Random random;
    private int papers;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    static String role(int number) {
        return "Matrix Role " + number;
    }

    static boolean isForDesk(int role) {
        return role % 3 != 0;
    }

    List<Rule> rules(List<String> doctypes) {
        List<Rule> rules = new ArrayList<>();
        for (String doctype : doctypes) {
            for (int role = 0; role < ROLES; role++) {
                boolean ifOwner = random.nextInt(4) == 0;
                rules.add(rule(doctype, role, 0, ifOwner));
                if (!ifOwner && random.nextInt(4) == 0) {
                    rules.add(rule(doctype, role, 0, true));
                }
                if (random.nextInt(3) == 0) {
                    rules.add(rule(doctype, role, 1, false));
                }
            }
        }
        return rules;
    }

    private Rule rule(String doctype, int role, int permlevel, boolean ifOwner) {
        Set<String> rights = new LinkedHashSet<>();
        for (String right : permlevel == 0 ? RIGHTS : List.of("read", "write")) {
            if (random.nextInt(100) < (right.equals("read") ? 75 : 55)) {
                rights.add(right);
            }
        }
        return new Rule(doctype, role(role), permlevel, ifOwner, rights);
    }

    List<Person> people(List<String> doctypes) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i, doctypes));
        }
        return people;
    }

    /** The first one may write User Permissions, and is bound by them in lists only. */
    private Person person(int number, List<String> doctypes) {
        Set<String> roles = new LinkedHashSet<>(List.of("All", "Guest"));
        if (number == 0) {
            roles.addAll(List.of("System Manager", "Desk User", role(1)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int role = random.nextInt(ROLES);
            roles.add(role(role));
            if (isForDesk(role)) {
                roles.add("Desk User");
            }
        }
        return new Person("mx-" + number + "@example.com", roles, permits(number, doctypes));
    }

    private List<Permit> permits(int number, List<String> doctypes) {
        Map<String, Permit> permits = new LinkedHashMap<>();
        for (int i = number == 0 ? 2 : random.nextInt(4); i > 0; i--) {
            Permit permit = permit(number, doctypes);
            boolean second =
                    permits.values().stream().anyMatch(other -> other.allow().equals(permit.allow()));
            permits.putIfAbsent(
                    permit.allow() + permit.value() + permit.onlyFor(),
                    second
                            ? new Permit(
                                    permit.allow(), permit.value(), permit.onlyFor(), false, permit.hidesDescendants())
                            : permit);
        }
        return List.copyOf(permits.values());
    }

    private Permit permit(int number, List<String> doctypes) {
        String allow = random.nextInt(8) == 0 ? any(doctypes) : random.nextBoolean() ? Model.REGION : Model.BRAND;
        String value = switch (allow) {
            case Model.REGION -> any(List.copyOf(REGIONS.keySet()));
            case Model.BRAND -> any(BRANDS);
            default -> standing(allow, number, random.nextInt(STANDING));
        };
        String onlyFor = random.nextInt(3) == 0 ? any(doctypes) : null;
        return new Permit(allow, value, onlyFor, random.nextInt(4) == 0, random.nextBoolean());
    }

    static String standing(String doctype, int person, int number) {
        return "MX-" + doctype.charAt(doctype.length() - 1) + "-" + person + "-" + number;
    }

    /** A document that concerns this person: often their own, often shared with them. */
    Paper paper(String doctype, String name, Person who, boolean everyone) {
        String owner = random.nextBoolean() ? who.name() : "mx-" + random.nextInt(PEOPLE) + "@example.com";
        List<@Nullable String> rows = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            rows.add(maybe(BRANDS));
        }
        return new Paper(
                doctype,
                name,
                owner,
                random.nextInt(3),
                maybe(List.copyOf(REGIONS.keySet())),
                maybe(BRANDS),
                maybe(BRANDS),
                rows,
                grants(who, everyone));
    }

    Paper fresh(String doctype, Person who) {
        return paper(doctype, "MXF-" + ++papers, who, false);
    }

    private List<Grant> grants(Person who, boolean everyone) {
        if (random.nextInt(10) < 6) {
            return List.of();
        }
        Set<String> rights = new LinkedHashSet<>();
        for (String right : List.of("read", "write", "share", "submit")) {
            if (random.nextInt(3) > 0) {
                rights.add(right);
            }
        }
        return List.of(new Grant(everyone && random.nextInt(6) == 0 ? null : who.name(), rights));
    }

    private @Nullable String maybe(List<String> choices) {
        return random.nextInt(4) == 0 ? null : any(choices);
    }

    String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int number(int of) {
        return random.nextInt(of);
    }

    boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
