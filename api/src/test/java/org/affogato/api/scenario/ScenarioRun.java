package org.affogato.api.scenario;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.scenario.Caller.Received;
import org.jspecify.annotations.Nullable;

/** Plays one scenario and tells what was answered otherwise than recorded. */
final class ScenarioRun {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)\\}");
    private static final String UNQUOTED = "/?&=%:,+@;~*!$()'-._";

    private final HttpClient client;
    private final URI base;
    private final Scenario scenario;
    private final Set<Integer> deviating;
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Set<String> literals = new LinkedHashSet<>();
    private final String id;

    ScenarioRun(HttpClient client, URI base, Scenario scenario, Set<Integer> deviating) {
        this.client = client;
        this.base = base;
        this.scenario = scenario;
        this.deviating = deviating;
        this.id = ThreadLocalRandom.current()
                .ints(5, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        variables.put("run", id);
        scenario.steps().forEach(this::gatherLiterals);
    }

    private void gatherLiterals(Map<String, @Nullable Object> step) {
        step.forEach((key, value) -> {
            if (!key.equals("expect")) {
                addTexts(value);
            }
        });
    }

    private void addTexts(@Nullable Object value) {
        switch (value) {
            case String text -> literals.add(text);
            case List<?> list -> list.forEach(this::addTexts);
            case Map<?, ?> map -> map.values().forEach(this::addTexts);
            case null, default -> {}
        }
    }

    /** One line for each step that was answered otherwise. */
    List<String> play() {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            Map<String, @Nullable Object> step = scenario.steps().get(i);
            if (step.get("user") != null) {
                makeUser(Json.object(step.get("user")));
            } else {
                playStep(i + 1, step, problems);
            }
        }
        return problems;
    }

    private void playStep(int number, Map<String, @Nullable Object> step, List<String> problems) {
        Received received = call(step);
        if (step.get("save") instanceof Map<?, ?> saves) {
            saves.forEach((variable, where) -> Pointer.find(received.body(), where.toString()).stream()
                    .findFirst()
                    .ifPresent(hit -> variables.put(variable.toString(), hit.value())));
        }
        if (!(step.get("expect") instanceof Map<?, ?> expected) || deviating.contains(number)) {
            return;
        }
        String place = "step " + number + " " + step.get("request");
        if (Long.valueOf(500).equals(expected.get("status"))) {
            if (received.status() < 400) {
                problems.add(place + ": want an error, got " + received.status());
            }
            return;
        }
        Difference.between(expected, answer(step, received), "").ifPresent(found -> problems.add(place + ": " + found));
    }

    private Map<String, @Nullable Object> answer(Map<String, @Nullable Object> step, Received received) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("status", (long) received.status());
        answer.put("type", received.type());
        answer.put("body", received.type().equals("json") ? selected(step, received.body()) : null);
        return answer;
    }

    /** The parts of a body that the step compares. */
    private @Nullable Object selected(Map<String, @Nullable Object> step, @Nullable Object received) {
        Object body = new Normaliser(variables, literals).normalise(received, null);
        if (step.get("ignore") instanceof List<?> ignored) {
            ignored.forEach(path -> ignore(body, path.toString()));
        }
        if (!(step.get("check") instanceof List<?> checks)) {
            return body;
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (Object path : checks) {
            List<@Nullable Object> values = new ArrayList<>();
            Pointer.find(body, path.toString()).forEach(hit -> values.add(hit.value()));
            parts.put(path.toString(), values);
        }
        return parts;
    }

    @SuppressWarnings("unchecked") // our own lists and maps
    private static void ignore(@Nullable Object body, String path) {
        for (Pointer.Hit hit : Pointer.find(body, path)) {
            if (hit.holder() instanceof Map<?, ?> map) {
                map.remove(hit.key());
            } else if (hit.holder() instanceof List<?> list && hit.key() instanceof Integer at) {
                ((List<Object>) list).set(at, "<ignored>");
            }
        }
    }

    private Caller caller(String who) {
        Caller known = callers.get(who);
        if (known != null) {
            return known;
        }
        Caller fresh = new Caller(client, base);
        callers.put(who, fresh);
        if (who.equals("Administrator")) {
            logIn(fresh, who, "admin");
        }
        return fresh;
    }

    private static void logIn(Caller caller, String user, String password) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("usr", user);
        form.put("pwd", password);
        Received received = caller.send(
                "POST",
                "/api/method/login",
                StepBody.form(form).getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        if (received.status() != 200) {
            throw new AssertionError("Cannot log in as " + user + ": " + received);
        }
    }

    private void makeUser(Map<String, @Nullable Object> spec) {
        String key = String.valueOf(spec.get("key"));
        String email = key + "-" + id + "-" + random(6) + "@example.com";
        String password = "Quiet-Harbour-" + random(8);
        List<Object> roles = new ArrayList<>();
        if (fill(spec.get("roles")) instanceof List<?> names) {
            names.forEach(name -> roles.add(Map.of("role", name)));
        }
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("email", email);
        user.put("first_name", key.substring(0, 1).toUpperCase() + key.substring(1));
        user.put("new_password", password);
        user.put("send_welcome_email", 0L);
        user.put("user_type", spec.getOrDefault("user_type", "System User"));
        user.put("roles", roles);
        byte[] body = JsonWriter.text(user).getBytes(StandardCharsets.UTF_8);
        Received made = caller("Administrator")
                .send("POST", "/api/resource/User", body, Map.of("Content-Type", "application/json"));
        if (made.status() != 200) {
            throw new AssertionError("Cannot make the user " + key + ": " + made);
        }
        Caller caller = new Caller(client, base);
        callers.put(key, caller);
        variables.put(key, email);
        variables.put(key + "_password", password);
        logIn(caller, email, password);
    }

    private static String random(int length) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, length);
    }

    private @Nullable Object fill(@Nullable Object value) {
        return switch (value) {
            case String text -> filled(text);
            case List<?> list -> {
                List<@Nullable Object> filled = new ArrayList<>();
                list.forEach(item -> filled.add(fill(item)));
                yield filled;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((key, item) -> filled.put(String.valueOf(filled(key.toString())), fill(item)));
                yield filled;
            }
            case null, default -> value;
        };
    }

    private @Nullable Object filled(String text) {
        Matcher whole = VARIABLE.matcher(text);
        if (whole.matches() && variables.containsKey(whole.group(1))) {
            return variables.get(whole.group(1));
        }
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        String.valueOf(variables.getOrDefault(found.group(1), found.group()))));
    }

    private Received call(Map<String, @Nullable Object> recorded) {
        Map<String, @Nullable Object> bare = new LinkedHashMap<>(recorded);
        bare.remove("expect");
        Map<String, @Nullable Object> step = Json.object(fill(bare));
        String[] request = String.valueOf(step.get("request")).split(" ", 2);
        String target = quoted(request[1]);
        if (step.get("query") instanceof Map<?, ?> query && !query.isEmpty()) {
            target += "?" + StepBody.form(query);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (step.get("headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        byte[] body = StepBody.of(step, headers);
        String who = String.valueOf(step.getOrDefault("as", "Administrator"));
        return caller(who).send(request[0], target, body, headers);
    }

    private static String quoted(String target) {
        StringBuilder quoted = new StringBuilder();
        for (byte each : target.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || UNQUOTED.indexOf(letter) >= 0);
            quoted.append(plain ? String.valueOf(letter) : String.format("%%%02X", (int) letter));
        }
        return quoted.toString();
    }
}
