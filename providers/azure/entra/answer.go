package entra

import (
	"errors"
	"fmt"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

var errLacking = errors.New("the answer lacks a property that it always holds")

// lacking is the error of an answer without something that hangs a verdict.
func lacking(path, what string) error {
	return &azure.CallError{Operation: "Microsoft Graph " + path, Err: fmt.Errorf("%w: %s", errLacking, what)}
}

// answered is the value of a property that the answer of path always holds.
func answered[T any](path string, p *T, what string) inventory.Known[T] {
	return inventory.FromPtr(p, inventory.Unanswered[T]("Microsoft Graph "+path, what))
}
