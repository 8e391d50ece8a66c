package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.SourceLocation;
import dev.hemstitch.core.uri.QueryParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The variables of a playlist and their values (RFC 8216bis, 4.3 and 4.4.2.3). Immutable.
 */
public final class Variables {
    /** No variables. */
    public static final Variables NONE = new Variables(Map.of(), List.of());

    private final Map<String, String> values;
    private final List<Diagnostic> problems;

    private Variables(Map<String, String> values, List<Diagnostic> problems) {
        this.values = values;
        this.problems = problems;
    }

    /**
     * The variables that a playlist defines.
     *
     * @param playlist the playlist
     * @param multivariant the variables of the Multivariant Playlist that it was loaded from, for IMPORT; {@link #NONE}
     *     if there is none
     * @param playlistUri the URI that it was loaded from, behind all redirects, for QUERYPARAM; empty if unknown
     * @return the variables; a definition that cannot be carried out is left out and among the {@link #problems}
     */
    public static Variables of(Playlist playlist, Variables multivariant, String playlistUri) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Diagnostic> problems = new ArrayList<>();
        Map<String, String> query = QueryParameters.of(playlistUri);
        int number = 0;
        int offset = 0;
        for (PlaylistLine line : playlist.lines()) {
            number++;
            if (line.is(HlsTag.DEFINE)) {
                SourceLocation location = new SourceLocation(number, 1, offset);
                define(line.attributes(), multivariant, query, values)
                        .ifPresent(message ->
                                problems.add(new Diagnostic(DiagnosticCode.UNRESOLVED_DEFINITION, location, message)));
            }
            offset += line.whole().length();
        }
        return new Variables(values, List.copyOf(problems));
    }

    /** Carries a definition out; gives what is wrong with it. */
    private static Optional<String> define(
            AttributeList attributes, Variables multivariant, Map<String, String> query, Map<String, String> values) {
        Optional<String> name = attributes.get(VariableDefinition.NAME);
        Optional<String> imported = attributes.get(VariableDefinition.IMPORT);
        Optional<String> parameter = attributes.get(VariableDefinition.QUERYPARAM);
        if ((name.isPresent() ? 1 : 0) + (imported.isPresent() ? 1 : 0) + (parameter.isPresent() ? 1 : 0) != 1) {
            return Optional.of("EXT-X-DEFINE needs exactly one of NAME, IMPORT and QUERYPARAM");
        }
        Optional<String> value;
        if (name.isPresent()) {
            value = attributes.get(VariableDefinition.VALUE).filter(Variables::canStandInQuotes);
        } else if (imported.isPresent()) {
            value = multivariant.value(imported.get());
        } else {
            value = parameter.map(query::get).filter(Variables::canStandInQuotes);
        }
        String variable = name.or(() -> imported).or(() -> parameter).orElseThrow();
        if (value.isEmpty()) {
            return Optional.of("there is no value for the variable " + Diagnostic.echo(variable));
        }
        return values.putIfAbsent(variable, value.get()) == null
                ? Optional.empty()
                : Optional.of("the variable " + Diagnostic.echo(variable) + " is defined twice; the first counts");
    }

    private static boolean canStandInQuotes(String value) {
        return value.chars().noneMatch(c -> c == '"' || c == '\n' || c == '\r' || c == 0);
    }

    /**
     * Looks a variable up.
     *
     * @param name its name, case-sensitive
     * @return its value, or empty if it is not defined
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** {@return the definitions that could not be carried out} */
    public List<Diagnostic> problems() {
        return problems;
    }

    /** {@return all variables and their values, in the order of their definitions} */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * Replaces variables by their values, once: values are not searched again.
     *
     * @param text a URI line, or a value without quotes
     * @return the text; a reference to an undefined variable stays as it is
     */
    public String substitute(String text) {
        return replaceReferences(text, name -> values.getOrDefault(name, "{$" + name + "}"));
    }

    /**
     * The names that a text refers to but that are not defined.
     *
     * @param text a URI line, or a value without quotes
     * @return the names, in order
     */
    public List<String> undefinedIn(String text) {
        return namesIn(text).stream().filter(name -> !values.containsKey(name)).toList();
    }

    /** The names that a text refers to. */
    static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        String unchanged = replaceReferences(text, name -> {
            names.add(name);
            return "{$" + name + "}";
        });
        return unchanged.isEmpty() ? List.of() : names;
    }

    private static String replaceReferences(String text, UnaryOperator<String> value) {
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf("{$"); open >= 0; open = text.indexOf("{$", from)) {
            int close = text.indexOf('}', open);
            boolean isReference = close > open + 2 && isName(text, open + 2, close);
            int end = isReference ? close + 1 : open + 2;
            replaced.append(text, from, open);
            replaced.append(isReference ? value.apply(text.substring(open + 2, close)) : "{$");
            from = end;
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static boolean isName(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean legal = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!legal && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /**
     * Quoted strings and hexadecimal sequences alone hold variables. A variable may stand for all of a sequence: of an
     * attribute that nobody defines it is known to be one only when its value is there.
     *
     * @param type what the attribute holds
     */
    AttributeValue substitute(AttributeType type, AttributeValue value) {
        String text = value.text();
        if (value.isQuoted()) {
            return canStandInQuotes(text) ? value.withText(substitute(text)) : value;
        }
        String substituted = substitute(text);
        boolean stands = !substituted.isEmpty() && substituted.chars().allMatch(c -> Character.isLetterOrDigit(c));
        return stands && isHexadecimal(type, substituted) ? value.withText(substituted) : value;
    }

    /** The names that a value refers to, where variables count. */
    static List<String> namesIn(AttributeType type, AttributeValue value) {
        return value.isQuoted() || isHexadecimal(type, value.text()) ? namesIn(value.text()) : List.of();
    }

    private static boolean isHexadecimal(AttributeType type, String text) {
        return type == AttributeType.HEXADECIMAL_SEQUENCE || text.startsWith("0x") || text.startsWith("0X");
    }
}
