// The only store: Azure Table Storage without keys, and the app's right to its tables.

param resourceBaseName string
param location string
param storageSKU string

@description('The identity of the app.')
param principalId string

// Names of storage accounts are unique in the world and hold only lower-case letters and digits.
var accountName = take('${replace(toLower(resourceBaseName), '-', '')}${uniqueString(resourceGroup().id)}', 24)

// The built-in role Storage Table Data Contributor: tables and their rows, nothing else of the account.
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  kind: 'StorageV2'
  sku: {
    name: storageSKU
  }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // Nobody can read the tables with a key, because no key is accepted: only Entra identities get in.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    encryption: {
      keySource: 'Microsoft.Storage'
      services: {
        table: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
  }
}

// Tables have no recycle bin: a deleted account could not be brought back with its rows.
resource keepAccount 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-storage'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds all cases. Remove the lock only when the data has been exported.'
  }
}

resource tableAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output tablesUrl string = account.properties.primaryEndpoints.table
output accountName string = account.name
