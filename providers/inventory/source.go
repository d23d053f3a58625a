package inventory

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
)

// A Source is one thing that a check can need: a *Type, a *Field or a *Call.
// Only this package implements it, so that a plan of Sources is complete.
type Source interface {
	Name() string          // provider.service.Thing, or provider.service.Thing.field
	Permissions() []string // what collecting it takes, with what it builds on
	root() lister          // nil for a Call
	uses() []Source
}

// ErrGone is returned by a List or a Fetch, wrapped or not, to say that the
// row it was asked about no longer exists.
var ErrGone = errors.New("the resource no longer exists")

type lister interface {
	Source
	kind() string
	level() Level
	model() Model
	workload() bool
	parent() lister
	list(ctx context.Context, s Scope, under any) iter.Seq2[any, error]
	newRow() any
	tags() *Call[map[string]map[string]string]
}

type fetcher interface {
	Source
	batch() int
	fetch(ctx context.Context, s Scope, rows []any, gap func(error) Gap) (gone []any)
	column(row any) field
}

// A Type describes one kind of resource and how it is listed: once for each
// scope of its level, or once under each row of another Type.
type Type[T any] struct {
	Kind     string   // provider.service.Thing
	Level    Level    // the scopes that are asked
	Model    Model    // the column of the responsibility matrix
	Workload bool     // a row means that the account runs something of this Model
	Actions  []string // the permissions that List takes
	Uses     []Source // the Calls that List builds on

	// List yields the scope's rows as they arrive. An error ends the listing:
	// what came before it stays, the rest of the scope is a Gap.
	List func(context.Context, Scope) iter.Seq2[*T, error]
	// Under is set instead of List for rows that are listed under the rows of
	// another Type; see Under.
	Under Children[T]
	// Tags is the call that holds the rows' tags by full id, for Types whose
	// listing has none.
	Tags *Call[map[string]map[string]string]
}

// Children lists rows of T under each row of another Type.
type Children[T any] struct {
	of lister
	do func(context.Context, Scope, any) iter.Seq2[*T, error]
}

// Under returns the Children that list makes under each row of parent. The
// engine runs the listings side by side.
func Under[P, T any](parent *Type[P], list func(context.Context, Scope, *P) iter.Seq2[*T, error]) Children[T] {
	return Children[T]{parent, func(ctx context.Context, s Scope, p any) iter.Seq2[*T, error] {
		return list(ctx, s, p.(*P))
	}}
}

// Name implements Source.
func (t *Type[T]) Name() string { return t.Kind }

// Permissions implements Source.
func (t *Type[T]) Permissions() []string { return permissions(t.Actions, t.Uses, t.parent()) }

func (t *Type[T]) root() lister   { return t }
func (t *Type[T]) uses() []Source { return t.Uses }
func (t *Type[T]) kind() string   { return t.Kind }
func (t *Type[T]) level() Level   { return t.Level }
func (t *Type[T]) model() Model   { return t.Model }
func (t *Type[T]) workload() bool { return t.Workload }
func (t *Type[T]) newRow() any    { return new(T) }

func (t *Type[T]) tags() *Call[map[string]map[string]string] { return t.Tags }

func (t *Type[T]) parent() lister {
	if t.Under.of == nil {
		return nil
	}
	return t.Under.of
}

func (t *Type[T]) list(ctx context.Context, s Scope, under any) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		rows := t.List
		if under != nil {
			rows = func(ctx context.Context, s Scope) iter.Seq2[*T, error] { return t.Under.do(ctx, s, under) }
		}
		for row, err := range rows(ctx, s) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// A Field describes a field that takes a call of its own for each row, or for
// each batch of rows. The struct field that At points to carries the tag
// `fetch:"-"`, which says that the listing does not fill it.
type Field[T, V any] struct {
	Of      *Type[T]
	Column  string
	Actions []string
	Uses    []Source // the Calls that Fetch builds on
	At      func(*T) *Known[V]

	// Fetch returns the value of one row. "There is none" is knowledge and is
	// returned as a value; an error is a Gap, ErrGone takes the row out.
	Fetch func(context.Context, Scope, *T) (V, error)
	// FetchBatch is set instead of Fetch where one call answers for up to
	// Batch rows; it returns a Known for each row, in order.
	FetchBatch func(context.Context, Scope, []*T) ([]Known[V], error)
	Batch      int
}

// Name implements Source.
func (f *Field[T, V]) Name() string { return f.Of.Kind + "." + f.Column }

// Permissions implements Source.
func (f *Field[T, V]) Permissions() []string { return permissions(f.Actions, f.Uses, f.Of) }

func (f *Field[T, V]) root() lister         { return f.Of }
func (f *Field[T, V]) uses() []Source       { return f.Uses }
func (f *Field[T, V]) column(row any) field { return f.At(row.(*T)) }

func (f *Field[T, V]) batch() int {
	if f.FetchBatch != nil {
		return max(1, f.Batch)
	}
	return 1
}

func (f *Field[T, V]) fetch(ctx context.Context, s Scope, rows []any, gap func(error) Gap) (gone []any) {
	if f.FetchBatch == nil {
		row := rows[0].(*T)
		v, err := f.Fetch(ctx, s, row)
		switch {
		case errors.Is(err, ErrGone):
			return rows
		case err != nil:
			*f.At(row) = Missing[V](gap(err))
		default:
			*f.At(row) = Of(v)
		}
		return nil
	}
	typed := make([]*T, len(rows))
	for i, r := range rows {
		typed[i] = r.(*T)
	}
	vs, err := f.FetchBatch(ctx, s, typed)
	if err == nil && len(vs) != len(rows) {
		err = fmt.Errorf("%s: %d answers for %d rows", f.Name(), len(vs), len(rows))
	}
	for i, r := range typed {
		switch {
		case err != nil:
			*f.At(r) = Missing[V](gap(err))
		case vs[i].state == unseen:
			*f.At(r) = Unanswered[V]("", f.Name())
		default:
			*f.At(r) = vs[i]
		}
	}
	return nil
}

// A Call is a call that several Types or Fields build on. It is made at most
// once for each scope, and its answer, or its error, is kept.
type Call[V any] struct {
	Title   string // provider.service.call
	Level   Level  // where scopes have others above them: the level that the call is made at
	Actions []string
	Do      func(context.Context, Scope) (V, error)
}

// Name implements Source.
func (c *Call[V]) Name() string { return c.Title }

// Permissions implements Source.
func (c *Call[V]) Permissions() []string { return c.Actions }

func (c *Call[V]) root() lister   { return nil }
func (c *Call[V]) uses() []Source { return nil }

// Get makes the call in s, or returns what it answered before. An error may
// come with the part of the answer that was read.
func (c *Call[V]) Get(ctx context.Context, s Scope) (V, error) {
	s = s.at(c.Level)
	if s.calls == nil {
		return c.Do(ctx, s)
	}
	a, _ := s.calls.answers.LoadOrStore(c, &answer{})
	got := a.(*answer)
	got.once.Do(func() {
		got.err = guard(func() (err error) { // of a panic too, or the others would take no answer for an empty one
			got.value, err = c.Do(ctx, s)
			return err
		})
	})
	v, _ := got.value.(V)
	return v, got.err
}

type memo struct{ answers sync.Map }

type answer struct {
	once  sync.Once
	value any
	err   error
}

func permissions(own []string, uses []Source, parent lister) []string {
	all := append([]string(nil), own...)
	for _, u := range uses {
		all = append(all, u.Permissions()...)
	}
	if parent != nil {
		all = append(all, parent.Permissions()...)
	}
	return all
}
