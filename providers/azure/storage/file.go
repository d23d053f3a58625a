package storage

import (
	"context"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A FileService holds the settings of an account's file shares.
type FileService struct {
	Absent     bool                 // accounts of this kind hold no file shares
	Versions   []string             // of SMB: "SMB2.1", "SMB3.0", "SMB3.1.1"
	Encryption []string             // of the SMB channel: "AES-128-CCM", "AES-128-GCM", "AES-256-GCM"
	Retention  inventory.Known[int] // days; 0: deleted shares are gone
}

// What SMB offers until it is set: null is to be read as "default settings are
// in effect", and by default all are allowed ("SMB file shares in Azure Files").
const (
	allVersions   = "SMB2.1;SMB3.0;SMB3.1.1"
	allEncryption = "AES-128-CCM;AES-128-GCM;AES-256-GCM"
)

// AccountFile fetches Account.File.
var AccountFile = &inventory.Field[Account, FileService]{
	Of: Accounts, Column: "file", Actions: []string{"Microsoft.Storage/storageAccounts/fileServices/read"},
	At: func(a *Account) *inventory.Known[FileService] { return &a.File },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Account) (FileService, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Retention *retention `json:"shareDeleteRetentionPolicy"`
				Protocol  struct {
					SMB struct {
						Versions   string `json:"versions"`
						Encryption string `json:"channelEncryption"`
					} `json:"smb"`
				} `json:"protocolSettings"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/fileServices/default"+version)
		if azure.Code(err, unsupported) {
			return FileService{Absent: true, Retention: inventory.Of(0)}, nil
		}
		if err != nil {
			return FileService{}, azure.Gone(err)
		}
		smb := out.Properties.Protocol.SMB
		f := FileService{
			Versions: list(smb.Versions, allVersions), Encryption: list(smb.Encryption, allEncryption),
			// The default changed: off for older accounts, seven days for younger ones.
			Retention: inventory.Unanswered[int]("ARM microsoft.storage/storageaccounts/fileservices", "shareDeleteRetentionPolicy"),
		}
		if r := out.Properties.Retention; r != nil {
			f.Retention = inventory.Of(r.days())
		}
		return f, nil
	},
}

func list(text, unset string) []string {
	if text == "" {
		text = unset
	}
	return strings.Split(strings.TrimSuffix(text, ";"), ";")
}

// Shares counts an account's file shares by their protocol.
type Shares struct{ SMB, NFS int }

// AccountShares fetches Account.Shares.
var AccountShares = &inventory.Field[Account, Shares]{
	Of: Accounts, Column: "shares", Actions: []string{"Microsoft.Storage/storageAccounts/fileServices/shares/read"},
	At: func(a *Account) *inventory.Known[Shares] { return &a.Shares },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Account) (n Shares, err error) {
		all, err := azure.GetAll[struct {
			Properties struct {
				Protocols string `json:"enabledProtocols"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/fileServices/default/shares"+version)
		if azure.Code(err, unsupported) {
			return Shares{}, nil
		}
		for _, share := range all {
			if strings.EqualFold(share.Properties.Protocols, "NFS") {
				n.NFS++
			} else { // a share is of SMB unless it is made otherwise
				n.SMB++
			}
		}
		return n, azure.Gone(err)
	},
}
