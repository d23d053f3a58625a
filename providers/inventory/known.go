package inventory

import "unique"

// A Known is a value that was read from the cloud, or the Gap that says why it
// was not. Its zero value is a Gap: nobody looked. The value can be had only
// through Get, which tells the Reader about a Gap, so code that skips the
// second result is still on record as not having seen the value.
type Known[T any] struct {
	value T
	state state
	gap   unique.Handle[Gap] // valid where state is missing
}

type state uint8

const (
	unseen state = iota
	known
	missing
)

// A Reader reads Knowns and answers for what it could not read.
type Reader interface{ Missed(Gap) }

// Of returns v as a Known.
func Of[T any](v T) Known[T] { return Known[T]{value: v, state: known} }

// Missing returns the Known that g stands in for.
func Missing[T any](g Gap) Known[T] { return Known[T]{state: missing, gap: unique.Make(g)} }

// FromPtr returns what p points to. Where p is nil the result is absent: the
// collector states what absence means there, by its source, or gives a Gap.
func FromPtr[T any](p *T, absent Known[T]) Known[T] {
	if p == nil {
		return absent
	}
	return Of(*p)
}

// Unanswered is the Known for a value that an answer should hold and did not.
func Unanswered[T any](call, what string) Known[T] {
	return Missing[T](Gap{Reason: Failed, Call: call, Where: lacks + what})
}

// Gap returns the Gap in k's place, and whether there is one.
func (k Known[T]) Gap() (Gap, bool) {
	switch k.state {
	case known:
		return Gap{}, false
	case missing:
		return k.gap.Value(), true
	}
	return Gap{}, true
}

// Get returns the value and true, or tells r of the Gap and returns false.
func (k Known[T]) Get(r Reader) (T, bool) {
	if g, ok := k.Gap(); ok {
		r.Missed(g)
		var zero T
		return zero, false
	}
	return k.value, true
}

// Peek returns the value where it is known, and tells nobody where it is not.
// It is for taking a short cut that the rest of the inventory cannot change:
// whoever peeks in vain must go on to Get.
func (k Known[T]) Peek() (T, bool) {
	if k.state != known {
		var zero T
		return zero, false
	}
	return k.value, true
}

// Map returns f of k's value; a Gap stays the Gap that it was.
func Map[T, U any](k Known[T], f func(T) U) Known[U] {
	if k.state != known {
		return Known[U]{state: k.state, gap: k.gap}
	}
	return Of(f(k.value))
}

// Then is Map for an f that may itself not know.
func Then[T, U any](k Known[T], f func(T) Known[U]) Known[U] {
	if k.state != known {
		return Known[U]{state: k.state, gap: k.gap}
	}
	return f(k.value)
}

// Not is Kleene's not.
func Not(k Known[bool]) Known[bool] { return Map(k, func(b bool) bool { return !b }) }

// Or is Kleene's or: true where any operand is true, whatever the others hide.
func Or(ks ...Known[bool]) Known[bool] { return kleene(true, ks) }

// And is Kleene's and: false where any operand is false.
func And(ks ...Known[bool]) Known[bool] { return kleene(false, ks) }

func kleene(decides bool, ks []Known[bool]) Known[bool] {
	out := Of(!decides)
	for _, k := range ks {
		switch {
		case k.state == known && k.value == decides:
			return Of(decides)
		case k.state != known && out.state == known:
			out = k
		}
	}
	return out
}

// Gaps is a Reader that keeps what was missed.
type Gaps []Gap

// Missed implements Reader.
func (l *Gaps) Missed(g Gap) { *l = append(*l, g) }
