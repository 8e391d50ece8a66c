package dev.hemstitch.core.diagnostic;

/** How bad a problem is. */
public enum Severity {
    /** Something worth knowing that breaks no rule. */
    INFO,
    /** Against the specification, but what was meant is clear. */
    WARNING,
    /** Against the specification so that something may be read otherwise than it was meant. */
    ERROR
}
