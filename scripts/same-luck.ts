/** Properties are tried with the same draws everywhere, so that a push fails for what it changed; `IEUM_SEED=…` draws others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.IEUM_SEED ?? 20261126) })
