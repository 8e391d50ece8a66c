package dev.hemstitch.examples.kit.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Settings by their keys. A key that nobody asks for is a mistake, such as a misspelt one, and is told. */
final class Settings {
    private static final String PREFIX = "HEMSTITCH_";

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Set<String> known = new TreeSet<>();

    private Settings(Map<String, String> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    static Settings of(Map<String, String> values) {
        return new Settings(Map.copyOf(values), Map.of());
    }

    static Settings load(Optional<Path> file, Map<String, String> environment) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (file.isPresent()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        }
        return new Settings(values, Map.copyOf(environment));
    }

    String text(String key, String otherwise) {
        known.add(key);
        String variable = PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
        return environment
                .getOrDefault(variable, file.getOrDefault(key, otherwise))
                .strip();
    }

    long number(String key, long otherwise, long least, long most) {
        String text = text(key, Long.toString(otherwise));
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same as a number out of range
        }
        throw new IllegalArgumentException(key + " must be a whole number from " + least + " to " + most);
    }

    Duration millis(String key, long otherwise) {
        return Duration.ofMillis(number(key, otherwise, 1, 600_000));
    }

    URI uri(String key, String otherwise, String... schemes) {
        String text = text(key, otherwise);
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null && Set.of(schemes).contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // the same as one of another scheme
        }
        throw new IllegalArgumentException(key + " must be a URL: " + String.join(" or ", schemes) + "://host:port");
    }

    /** The environment is shared with others, so only the file is held to what is known. */
    void refuseUnknown() {
        Collection<String> unknown = new TreeSet<>(file.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + "; known are " + known);
        }
    }
}
