package dev.hemstitch.examples.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings of a program. Every value is checked when it is read. */
public final class Settings {
    private final Map<String, String> file;
    private final Map<String, String> environment;

    private Settings(Map<String, String> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Settings without an environment.
     *
     * @param known what the program has
     * @param values values by their keys
     * @return the settings
     * @throws SettingException if a key is unknown
     */
    public static Settings of(Set<Setting> known, Map<String, String> values) {
        SettingsSource.refuseUnknownKeys(values, known);
        return new Settings(Map.copyOf(values), Map.of());
    }

    /**
     * The settings of a process.
     *
     * @param known what the program has
     * @param file its properties file; empty for none
     * @param environment its environment, which counts more; other programs' settings in it are let be
     * @return the settings
     * @throws SettingException if the file cannot be read, or if a key of it or a variable is unknown
     */
    public static Settings load(Set<Setting> known, Optional<Path> file, Map<String, String> environment) {
        Map<String, String> values = file.map(SettingsSource::file).orElse(Map.of());
        SettingsSource.refuseUnknownKeys(values, known);
        SettingsSource.refuseUnknownVariables(environment);
        return new Settings(values, Map.copyOf(environment));
    }

    /**
     * {@return a text}
     *
     * @param setting which
     * @param otherwise what holds if nothing is said
     */
    public String text(Setting setting, String otherwise) {
        return environment
                .getOrDefault(setting.variable(), file.getOrDefault(setting.key(), otherwise))
                .strip();
    }

    /**
     * {@return one of some words, in lower case}
     *
     * @param setting which
     * @param otherwise what holds if nothing is said
     * @param words the words
     * @throws SettingException if it is another
     */
    public String word(Setting setting, String otherwise, String... words) {
        String word = text(setting, otherwise).toLowerCase(Locale.ROOT);
        if (!List.of(words).contains(word)) {
            throw wrong(setting, String.join(" or ", words));
        }
        return word;
    }

    /**
     * {@return a number}
     *
     * @param setting which
     * @param otherwise what holds if nothing is said
     * @param least the least that it may be
     * @param most the most that it may be
     * @throws SettingException if it is no number, or another
     */
    public long number(Setting setting, long otherwise, long least, long most) {
        try {
            long number = Long.parseLong(text(setting, Long.toString(otherwise)));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same as a number out of range
        }
        throw wrong(setting, "a whole number from " + least + " to " + most);
    }

    /**
     * {@return the port to listen on, 0 for any}
     *
     * @param otherwise what holds if nothing is said
     * @throws SettingException if it is no port
     */
    public int port(int otherwise) {
        return (int) number(Setting.PORT, otherwise, 0, 65_535);
    }

    /**
     * {@return the address to listen on, or a name of it; 127.0.0.1 if nothing is said}
     *
     * @throws SettingException if it is neither
     */
    public String host() {
        String host = text(Setting.HOST, "127.0.0.1");
        try {
            if (!host.isEmpty() && InetAddress.getByName(host) != null) {
                return host;
            }
        } catch (UnknownHostException e) {
            // the same as none
        }
        throw wrong(Setting.HOST, "an address of this machine, or a name of it");
    }

    /**
     * {@return a time, in whole milliseconds from 1 to 600,000}
     *
     * @param setting which
     * @param otherwise what holds if nothing is said, in milliseconds
     * @throws SettingException if it is another
     */
    public Duration millis(Setting setting, long otherwise) {
        return Duration.ofMillis(number(setting, otherwise, 1, 600_000));
    }

    /**
     * {@return a URL with a host, without a slash behind it}
     *
     * @param setting which
     * @param otherwise what holds if nothing is said
     * @param schemes the schemes that it may have
     * @throws SettingException if it is no such URL
     */
    public URI uri(Setting setting, String otherwise, String... schemes) {
        String text = text(setting, otherwise);
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null && Set.of(schemes).contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // the same as one of another scheme
        }
        throw wrong(setting, "a URL: " + String.join(" or ", schemes) + "://host:port");
    }

    /**
     * {@return URLs of http or https with a host, as they are written; none if nothing is said}
     *
     * @param setting which: spaces are between them
     * @throws SettingException if one is no such URL
     */
    public List<String> urls(Setting setting) {
        List<String> urls = Stream.of(text(setting, "").split(" ", -1))
                .filter(url -> !url.isEmpty())
                .toList();
        if (!urls.stream().allMatch(url -> isOf(url, Set.of("http", "https")))) {
            throw wrong(setting, "URLs of http or https with spaces between them");
        }
        return urls;
    }

    private static boolean isOf(String url, Set<String> schemes) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && schemes.contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The value is not repeated: that of a session store may hold a password. */
    private SettingException wrong(Setting setting, String allowed) {
        boolean isOfEnvironment = environment.containsKey(setting.variable());
        return new SettingException((isOfEnvironment ? setting.variable() : setting.key()) + " must be " + allowed);
    }
}
