package org.affogato.engine.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.db.Collation;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * User Permissions: the documents to which a user is restricted, wherever something links to their DocType. Frappe:
 * {@code get_user_permissions}, {@code has_user_permission}.
 */
public final class UserPermissions {
    private final AccessSettings settings;
    private final AccessCache<Map<String, List<Permit>>> cache =
            new AccessCache<>(20_000, List.of(AccessScope.ACCESS, AccessScope.TREES));

    public UserPermissions(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * One document that a user may reach.
     *
     * @param applicableFor the only DocType whose documents this counts for; null for all
     */
    public record Permit(String document, @Nullable String applicableFor, boolean isDefault) {
        boolean appliesTo(String doctype) {
            return applicableFor == null || applicableFor.equals(doctype);
        }
    }

    /** The user's permits by DocType, descendants in trees included; no SQL when warm. */
    public Map<String, List<Permit>> of(Context context) {
        String user = context.user();
        if (context.isAdministrator() || context.isGuest()) {
            return Map.of();
        }
        return cache.get(user, context, () -> UserPermissionRows.load(user, context));
    }

    /**
     * The value that User Permissions give to a link of a new document: the one marked as default, or the only one.
     *
     * @param doctype the DocType of the new document (or of its row)
     */
    public Optional<String> defaultFor(DocField link, String doctype, Context context) {
        if (!isRestrictable(link) || "User".equals(link.options())) {
            return Optional.empty();
        }
        List<Permit> permits = of(context).getOrDefault(link.options(), List.of());
        return permits.stream()
                .filter(permit -> permit.appliesTo(doctype) && (permit.isDefault() || permits.size() == 1))
                .map(Permit::document)
                .reduce((earlier, later) -> later);
    }

    /** Whether a default value of a link may stand: documents out of reach are no defaults. */
    public boolean allowsDefault(DocField link, String doctype, String value, Context context) {
        List<String> allowed = isRestrictable(link) ? allowed(link.options(), doctype, context) : List.of();
        return allowed.isEmpty() || allowed.stream().anyMatch(name -> Collation.same(name, value));
    }

    /**
     * What a document of the DocType must meet; {@link Condition#ALL} where nothing restricts it.
     *
     * @param linkedFrom the DocType whose Link field asks for documents; the DocType itself where none does
     */
    Condition condition(Meta meta, String linkedFrom, Context context) {
        Map<String, List<Permit>> permits = of(context);
        if (permits.isEmpty()) {
            return Condition.ALL;
        }
        List<Condition> parts = new ArrayList<>();
        List<String> itself = allowed(meta.name(), linkedFrom, context);
        if (!itself.isEmpty()) {
            parts.add(Condition.in("name", itself));
        }
        boolean strict = !meta.isSingle() && settings.strictUserPermissions(context);
        parts.addAll(links(meta, meta.name(), strict, context));
        for (DocField table : meta.tableFields()) {
            parts.addAll(rows(table, meta.name(), strict, context));
        }
        return parts.isEmpty() ? Condition.ALL : new Condition.And(parts);
    }

    /** By DocType that the DocType links to, itself among them, the documents that the user may reach there. */
    Map<String, List<String>> reachable(Meta meta, Context context) {
        Map<String, List<String>> reachable = new LinkedHashMap<>();
        meta.linkFields().stream()
                .filter(UserPermissions::isRestrictable)
                .forEach(link -> reachable.put(link.options(), allowed(link.options(), meta.name(), context)));
        reachable.put(meta.name(), allowed(meta.name(), meta.name(), context));
        reachable.values().removeIf(List::isEmpty);
        return reachable;
    }

    private List<Condition> links(Meta meta, String doctype, boolean strict, Context context) {
        List<Condition> parts = new ArrayList<>();
        for (DocField link : meta.linkFields()) {
            List<String> allowed =
                    isRestrictable(link) && link.hasColumn() ? allowed(link.options(), doctype, context) : List.of();
            if (!allowed.isEmpty()) {
                Condition in = Condition.in(link.fieldname(), allowed);
                parts.add(strict ? in : Condition.or(new Condition.Empty(link.fieldname()), in));
            }
        }
        return parts;
    }

    private List<Condition> rows(DocField table, String doctype, boolean strict, Context context) {
        if (table.virtual() || table.options() == null || !context.hasDoctype(table.options())) {
            return List.of();
        }
        return links(context.meta(table.options()), doctype, strict, context).stream()
                .map(part -> Condition.not(Condition.anyRow(table.fieldname(), Condition.not(part))))
                .toList();
    }

    private List<String> allowed(@Nullable String doctype, String forDoctype, Context context) {
        if (doctype == null) {
            return List.of();
        }
        return of(context).getOrDefault(doctype, List.of()).stream()
                .filter(permit -> permit.appliesTo(forDoctype))
                .map(Permit::document)
                .toList();
    }

    private static boolean isRestrictable(DocField link) {
        return link.fieldtype().equals("Link") && link.options() != null && !link.is("ignore_user_permissions");
    }

    AccessCache<Map<String, List<Permit>>> cache() {
        return cache;
    }

    /** The permits as the desk's boot and {@code get_user_permissions} send them. */
    public Map<String, List<Map<String, @Nullable Object>>> toClient(Context context) {
        Map<String, List<Map<String, @Nullable Object>>> out = new LinkedHashMap<>();
        of(context)
                .forEach((doctype, permits) -> out.put(
                        doctype, permits.stream().map(UserPermissions::toClient).toList()));
        return out;
    }

    private static Map<String, @Nullable Object> toClient(Permit permit) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("doc", permit.document());
        entry.put("applicable_for", permit.applicableFor());
        entry.put("is_default", permit.isDefault() ? 1 : 0);
        return entry;
    }
}
